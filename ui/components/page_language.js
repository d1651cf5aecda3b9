// Streamlit writes lang="en" into every page; a screen reader has to know better.
export default function ({ data }) {
  document.documentElement.lang = data.language;
}
