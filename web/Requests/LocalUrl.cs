using System.Globalization;
using System.Text;

namespace HelpDesk.Web.Requests;

/// <summary>Addresses that a request may send the browser to: paths of ours only.</summary>
public static class LocalUrl
{
    private const int MaxLength = 2_000;

    // What a header or an address may not hold as it is, besides everything beyond ASCII.
    private const string Unsafe = " \"<>^`{|}";

    /// <summary>The path in ASCII, as a <c>Location</c> header takes it; <c>/</c> when it is anything but a path of ours.</summary>
    public static string Or(string? path) => IsLocal(path) && Ascii(path!) is { Length: <= MaxLength } ascii ? ascii : "/";

    /// <summary>The sign-in page that leads back to a path.</summary>
    public static string SignIn(string path) => path == "/" ? "/sign-in" : $"/sign-in?return={Uri.EscapeDataString(Or(path))}";

    // Browsers read "//host" and "/\host" as another host, and drop tabs and line ends before they read. No page of ours has an empty segment.
    private static bool IsLocal(string? path) =>
        path is { Length: > 0 and <= MaxLength } && path[0] == '/'
        && !PathOf(path).Contains("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl);

    private static string PathOf(string path) => path.AsSpan().IndexOfAny('?', '#') is var end and >= 0 ? path[..end] : path;

    private static string Ascii(string path)
    {
        if (path.All(character => char.IsAscii(character) && !Unsafe.Contains(character, StringComparison.Ordinal)))
            return path;
        var ascii = new StringBuilder(path.Length * 2);
        // Half of a surrogate pair becomes the replacement character, which leads nowhere and harms nobody.
        foreach (var value in Encoding.UTF8.GetBytes(path))
        {
            if (value < 0x80 && !Unsafe.Contains((char)value, StringComparison.Ordinal))
                ascii.Append((char)value);
            else
                ascii.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return ascii.ToString();
    }
}
