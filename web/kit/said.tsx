/** Words as somebody wrote them, in their own direction. */
export function Said({ text }: { text: string }) {
  return (
    <span class="said" dir="auto">
      {text}
    </span>
  );
}
