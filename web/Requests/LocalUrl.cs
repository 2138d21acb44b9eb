namespace HelpDesk.Web.Requests;

/// <summary>Addresses that a request may send the browser to: paths of ours only.</summary>
public static class LocalUrl
{
    private const int MaxLength = 2_000;

    /// <summary>The path, or <c>/</c> when it is anything but a path of ours.</summary>
    public static string Or(string? path) => IsLocal(path) ? path! : "/";

    /// <summary>The sign-in page that leads back to a path.</summary>
    public static string SignIn(string path) => path == "/" ? "/sign-in" : $"/sign-in?return={Uri.EscapeDataString(Or(path))}";

    // Browsers read "//host" and "/\host" as another host, and drop tabs and line ends before they read.
    private static bool IsLocal(string? path) =>
        path is { Length: > 0 and <= MaxLength } && path[0] == '/'
        && (path.Length == 1 || path[1] is not ('/' or '\\'))
        && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl);
}
