using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HelpDesk.Simulator.Pages.Markup;

/// <summary>
/// A piece of HTML. The only way to make one is an interpolated text in which every hole that is not itself HTML is encoded, so
/// that nothing anybody wrote into a ticket can become markup.
/// </summary>
internal sealed class Html
{
    /// <summary>Nothing.</summary>
    public static readonly Html None = new("");

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly string _text;

    private Html(string text) => _text = text;

    /// <summary>HTML of an interpolated text.</summary>
    public static Html Of(HtmlHandler text) => new(text.ToString());

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(static piece => piece._text)));

    /// <summary>The piece when the condition holds, else nothing.</summary>
    public static Html When(bool condition, HtmlHandler text) => condition ? Of(text) : None;

    /// <summary>A text as it is written in HTML.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <inheritdoc />
    public override string ToString() => _text;
}
