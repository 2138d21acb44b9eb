using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>No secret is in a template, in an output or in a setting.</summary>
internal static partial class SecretRules
{
    private static readonly string[] SecretEnds = ["Secret", "ApiToken", "ApiKey", "LinkKey", "CookieKey", "WorkflowUrl", "BearerToken", "ConnectionString", "BotToken", "CommandToken", "ClientState"];

    /// <summary>Functions that read a key, and texts that hold one, anywhere.</summary>
    public static IEnumerable<string> Keys(ArmTemplate template) =>
        Reading().Matches(template.ToString()).Select(match => $"The template holds {match.Value}");

    /// <summary>Outputs that by their name hold a secret; those of a deployment can be read by every reader of the resource group.</summary>
    public static IEnumerable<string> Outputs(ArmTemplate template) =>
        from output in template.Outputs
        where SecretName().IsMatch(output.Name) || output.Text.Contains("SecretName=", StringComparison.Ordinal) || output.Text.Contains("secure", StringComparison.OrdinalIgnoreCase)
        select $"Output {output.Name} holds a secret.";

    /// <summary>Settings that are a secret and no reference to the vault, or nothing.</summary>
    public static IEnumerable<string> Settings(ArmTemplate template) =>
        from setting in (JsonObject)template.Module("functionApp")["variables"]!["settings"]!
        where SecretEnds.Any(end => setting.Key.EndsWith(end, StringComparison.Ordinal))
        where !Reference().IsMatch(setting.Value!.ToString())
        select $"Setting {setting.Key} is no reference to the vault.";

    [GeneratedRegex(@"\b(list(Keys|AccountSas|ServiceSas|Secrets|ConnectionStrings|Credentials)?\(|AccountKey=|SharedAccessKey|SharedAccessSignature|InstrumentationKey)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Reading();

    [GeneratedRegex(@"(secret|password|token|accesskey|apikey|sas)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"^\[(if\(.*, )?format\('@Microsoft\.KeyVault\(VaultName=\{0\};SecretName=[a-z-]+\)', parameters\('connections'\)\.vaultName\)(, ''\))?\]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Reference();
}
