export default function PlaygroundPage() {
  return <main>Toolscope</main>;
}
