using System.Globalization;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Answers;

/// <summary>What stands around an answer from knowledge, in English, German, Spanish and French.</summary>
internal static class AnswerTexts
{
    private static readonly LocalizedText Found = LocalizedText.Of(
        "This may help. It is from the article \"{0}\" (updated {1}):", "Das könnte helfen. Es steht im Artikel „{0}“ (Stand {1}):",
        "Esto puede ayudarle. Es del artículo «{0}» (actualizado el {1}):", "Ceci peut vous aider. C'est tiré de l'article « {0} » (mis à jour le {1}) :");

    private static readonly LocalizedText AndFound = LocalizedText.Of(
        "And from the article \"{0}\" (updated {1}):", "Und aus dem Artikel „{0}“ (Stand {1}):", "Y del artículo «{0}» (actualizado el {1}):", "Et de l'article « {0} » (mis à jour le {1}) :");

    private static readonly LocalizedText WholeArticle = LocalizedText.Of("The whole article:", "Der ganze Artikel:", "El artículo completo:", "L'article complet :");

    private static readonly LocalizedText GoesOn = LocalizedText.Of("(continues in the article)", "(weiter im Artikel)", "(continúa en el artículo)", "(suite dans l'article)");

    private static readonly LocalizedText Sources = LocalizedText.Of("Sources:", "Quellen:", "Fuentes:", "Sources :");

    private static readonly LocalizedText Expires = LocalizedText.Of(
        "The article is valid until {0}; after that it may change.", "Der Artikel gilt bis {0}; danach kann sich etwas ändern.", "El artículo es válido hasta el {0}; después puede cambiar.", "L'article est valable jusqu'au {0} ; il peut changer ensuite.");

    private static readonly LocalizedText Differs = LocalizedText.Of(
        "Another article says something different: \"{0}\" (updated {1}). The newer of the two is \"{2}\".", "Ein anderer Artikel sagt etwas anderes: „{0}“ (Stand {1}). Der neuere der beiden ist „{2}“.",
        "Otro artículo dice algo distinto: «{0}» (actualizado el {1}). El más reciente de los dos es «{2}».", "Un autre article dit autre chose : « {0} » (mis à jour le {1}). Le plus récent des deux est « {2} ».");

    private static readonly LocalizedText Starter = LocalizedText.Of(
        "This is a general example article that comes with the product; your organisation may do it differently.", "Das ist ein allgemeiner Beispielartikel, der mit dem Produkt kommt; in Ihrer Organisation kann es anders sein.",
        "Es un artículo general de ejemplo incluido en el producto; en su organización puede ser distinto.", "C'est un article d'exemple général fourni avec le produit ; votre organisation peut procéder autrement.");

    private static readonly Dictionary<string, LocalizedText> OtherLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = LocalizedText.Of("The article is in English.", "Den Artikel gibt es auf Englisch.", "El artículo está en inglés.", "L'article est en anglais."),
        ["de"] = LocalizedText.Of("The article is in German.", "Den Artikel gibt es auf Deutsch.", "El artículo está en alemán.", "L'article est en allemand."),
        ["es"] = LocalizedText.Of("The article is in Spanish.", "Den Artikel gibt es auf Spanisch.", "El artículo está en español.", "L'article est en espagnol."),
        ["fr"] = LocalizedText.Of("The article is in French.", "Den Artikel gibt es auf Französisch.", "El artículo está en francés.", "L'article est en français."),
    };

    public static string Opening(KnowledgeArticle article, string language, bool isFirst) => (isFirst ? Found : AndFound).Filled(language, article.Title, Day(article.UpdatedAt, language));

    public static string Whole(KnowledgeArticle article, string language) => $"{WholeArticle.In(language)} {article.Link}";

    public static string GoesOnIn(string language) => GoesOn.In(language);

    public static string SourcesIn(string language) => Sources.In(language);

    public static string Until(DateTimeOffset validUntil, string language) => Expires.Filled(language, Day(validUntil.AddDays(-1), language));

    public static string Contradicted(KnowledgeArticle article, KnowledgeArticle by, string language) =>
        $"{Differs.Filled(language, by.Title, Day(by.UpdatedAt, language), article.UpdatedAt >= by.UpdatedAt ? article.Title : by.Title)} {by.Link}";

    public static string StarterIn(string language) => Starter.In(language);

    /// <summary>In which language the article is, when that is not the person's; null when it is, or nobody knows.</summary>
    public static string? In(string articleLanguage, string language) => articleLanguage == language || !OtherLanguage.TryGetValue(articleLanguage, out var text) ? null : text.In(language);

    private static string Day(DateTimeOffset at, string language) =>
        at.ToString("d MMM yyyy", CultureInfo.GetCultureInfo(language is "de" or "es" or "fr" ? language : "en-GB"));
}
