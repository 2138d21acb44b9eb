using System.Security.Cryptography;

namespace HelpDesk.Web.Routing;

/// <summary>The number that joins what a person saw to the one log line that says what went wrong.</summary>
internal static class ErrorReference
{
    // Read out over the telephone: without characters that sound or look like others.
    private const string Characters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int HalfLength = 4;

    /// <summary>A new one, such as <c>7KQF-29MX</c>.</summary>
    public static string New() => $"{RandomNumberGenerator.GetString(Characters, HalfLength)}-{RandomNumberGenerator.GetString(Characters, HalfLength)}";
}
