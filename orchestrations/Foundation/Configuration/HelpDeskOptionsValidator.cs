using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>Refuses settings with which links would be forgeable or lead nowhere.</summary>
internal sealed class HelpDeskOptionsValidator : IValidateOptions<HelpDeskOptions>
{
    private const int LeastKeyBytes = 32;

    public ValidateOptionsResult Validate(string? name, HelpDeskOptions options)
    {
        var faults = new List<string>();
        if (options.PublicUrl is not { IsAbsoluteUri: true } url || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback))
            faults.Add("HelpDesk:PublicUrl must be the https address at which people open the pages (http only on this machine).");
        if (!HasKey(options.LinkKey))
            faults.Add($"HelpDesk:LinkKey must be Base64 of at least {LeastKeyBytes} random bytes.");
        if (options.CollectWithin < TimeSpan.FromMinutes(15) || options.CollectWithin > TimeSpan.FromDays(7))
            faults.Add("HelpDesk:CollectWithin must be from 00:15:00 to 7.00:00:00.");
        if (options.PassLifetime < TimeSpan.FromMinutes(10) || options.PassLifetime > TimeSpan.FromDays(30))
            faults.Add("HelpDesk:PassLifetime must be from 00:10:00 to 30.00:00:00.");
        if (string.IsNullOrWhiteSpace(options.HandOverGroup))
            faults.Add("HelpDesk:HandOverGroup must name a group of policy/approvers.yaml.");
        if (!LocalizedText.Languages.Contains(options.TechnicianLanguage, StringComparer.Ordinal))
            faults.Add($"HelpDesk:TechnicianLanguage must be one of {string.Join(", ", LocalizedText.Languages)}.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool HasKey(string key)
    {
        var bytes = new byte[Math.Max(LeastKeyBytes, key.Length)];
        return Convert.TryFromBase64String(key, bytes, out var written) && written >= LeastKeyBytes;
    }
}
