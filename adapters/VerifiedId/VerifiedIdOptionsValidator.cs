using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.VerifiedId;

/// <summary>Checks <see cref="VerifiedIdOptions"/> at start.</summary>
internal sealed class VerifiedIdOptionsValidator : IValidateOptions<VerifiedIdOptions>
{
    public ValidateOptionsResult Validate(string? name, VerifiedIdOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("VerifiedId:BaseUrl", options.BaseUrl?.OriginalString ?? "") is { } fault)
            faults.Add(fault);
        // An empty list of issuers would accept anybody's.
        if (!options.Authority.StartsWith("did:", StringComparison.Ordinal))
            faults.Add("VerifiedId:Authority must be the organization's decentralized identifier, such as did:web:verifiedid.contoso.com.");
        if (!Uri.TryCreate(options.LinkedDomain, UriKind.Absolute, out var domain) || domain.Scheme != Uri.UriSchemeHttps)
            faults.Add("VerifiedId:LinkedDomain must be the https address that is linked to the authority, such as https://contoso.com/.");
        if (string.IsNullOrWhiteSpace(options.CredentialType))
            faults.Add("VerifiedId:CredentialType must name the type of the credential, such as VerifiedEmployee.");
        if (options.FaceMatch is < 70 or > 100)
            faults.Add("VerifiedId:FaceMatch must be from 70 to 100.");
        if (!string.IsNullOrEmpty(options.ClientSecret) && (string.IsNullOrWhiteSpace(options.TenantId) || string.IsNullOrWhiteSpace(options.ClientId)))
            faults.Add("VerifiedId:TenantId and VerifiedId:ClientId are needed with VerifiedId:ClientSecret.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(1))
            faults.Add("VerifiedId:Timeout must be between 00:00:01 and 00:01:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
