using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace HelpDesk.Simulator.Pages.Markup;

/// <summary>Puts interpolated HTML together: what the page's author wrote stays, every hole is encoded unless it is HTML.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlHandler
{
    private readonly StringBuilder _text;

    public HtmlHandler(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Html html) => _text.Append(html);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
            _text.Append(piece);
    }

    public void AppendFormatted(string? text) => _text.Append(Html.Encode(text ?? ""));

    public void AppendFormatted(long number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
