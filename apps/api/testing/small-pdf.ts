/** A PDF of one blank page, with words in a comment that tell it from others; `more` are entries of its catalogue. */
export const smallPdf = (words: string, more = ''): string => `%PDF-1.7
%${words}
1 0 obj
<</Type/Catalog/Pages 2 0 R${more}>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>
endobj
trailer
<</Root 1 0 R>>
%%EOF
`
