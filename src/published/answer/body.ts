export const printBody = () => ''
