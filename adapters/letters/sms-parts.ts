const GSM_7 = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]*$/;

/** In how many parts a text is sent and billed: Persian as UCS-2 (70 a part, 67 beyond one), plain Latin as GSM 7-bit (160, 153). */
export const smsParts = (text: string): number => {
  const [alone, joined] = GSM_7.test(text) ? [160, 153] : [70, 67];
  return text.length <= alone ? 1 : Math.ceil(text.length / joined);
};
