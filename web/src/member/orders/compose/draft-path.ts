/** Where a draft is taken up again. */
export const draftPath = (draft: { readonly id: string; readonly kind: string }): string =>
  `/etablissement/commandes/nouvelle?${draft.kind === 'narcotics' ? 'stupefiants' : 'brouillon'}=${draft.id}`
