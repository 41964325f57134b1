import {
  BlocksFeature, BoldFeature, FixedToolbarFeature, HeadingFeature, HorizontalRuleFeature, InlineToolbarFeature, ItalicFeature, lexicalEditor, LinkFeature, OrderedListFeature,
  ParagraphFeature, StrikethroughFeature, SubscriptFeature, SuperscriptFeature, UnderlineFeature, UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Block, RichTextField } from 'payload'
import { label, type Label } from '../label.ts'

/**
 * A text of paragraphs, headings, lists, links and the given blocks. What cannot be entered here (colours, sizes, free HTML, images
 * outside blocks) cannot reach readers: src/published knows just these nodes.
 */
export const bodyField = ({ name, label: text, blocks, required = false, description }: {
  name: string
  label: Label
  blocks: Block[]
  required?: boolean
  description?: Label
}): RichTextField => ({
  name,
  type: 'richText',
  required,
  label: label(text),
  ...(description ? { admin: { description: label(description) } } : {}),
  editor: lexicalEditor({
    features: [
      FixedToolbarFeature(), InlineToolbarFeature(), ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
      BoldFeature(), ItalicFeature(), UnderlineFeature(), StrikethroughFeature(), SubscriptFeature(), SuperscriptFeature(),
      UnorderedListFeature(), OrderedListFeature(), HorizontalRuleFeature(),
      LinkFeature({ enabledCollections: ['articles', 'products', 'categories', 'topics', 'legal-documents'] }),
      BlocksFeature({ blocks }),
    ],
  }),
})
