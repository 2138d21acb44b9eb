namespace HelpDesk.Web.HandOvers;

/// <summary>The script that counts a shown secret down and hides it.</summary>
internal static class SecretScript
{
    /// <summary>The countdown.</summary>
    public static readonly string Countdown = Read("countdown.js");

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(SecretScript).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
