namespace HelpDesk.EndToEnd.Tests.Acorn;

/// <summary>Settings of Acorn, section <c>Acorn</c>. No section = no Acorn.</summary>
public sealed class AcornOptions
{
    public string Url { get; set; } = "";

    public string Token { get; set; } = "";

    public string WebhookSecret { get; set; } = "";

    public bool IsValid() => Uri.TryCreate(Url, UriKind.Absolute, out _) && Token.Length > 0 && WebhookSecret.Length is 0 or >= 16;
}
