namespace HelpDesk.Adapters;

/// <summary>What a reader of an article sees, as Markdown.</summary>
/// <param name="Text">Headings, lists, tables, code and links; no HTML, no pictures. At most <c>KnowledgeArticle.LongestText</c> characters.</param>
/// <param name="Warnings">What was left out, for the owner of the article: plain English sentences, each once.</param>
internal sealed record MarkdownText(string Text, IReadOnlyList<string> Warnings)
{
    /// <summary>Said of text in white, of size zero, or switched off by its style.</summary>
    public const string Hidden = "Text that readers do not see was left out.";

    /// <summary>Said of comments of the source text.</summary>
    public const string Comment = "A comment in the source text was left out.";

    /// <summary>Said of characters that show nothing or turn the order of letters round.</summary>
    public const string Invisible = "Characters that readers do not see were left out.";

    /// <summary>Said of a text that is too long.</summary>
    public const string Cut = "The text was cut after 200,000 characters.";

    /// <summary>Said of a text whose elements are in each other too often.</summary>
    public const string TooDeep = "Parts that are nested too deeply were left out.";
}
