using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Graph;

/// <summary>Finds every fault of the Graph settings at start.</summary>
internal sealed class GraphOptionsValidation : IValidateOptions<GraphOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);
    private const int MostBulkRequests = 10_000;

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        var faults = new List<string>();
        if (options.BaseUrl is not { IsAbsoluteUri: true } url || !IsAllowed(url))
            faults.Add("Graph:BaseUrl must be an https address without query or user, such as https://graph.microsoft.com/v1.0 (plain http only on this machine).");
        if (!string.IsNullOrEmpty(options.ClientSecret) && string.IsNullOrWhiteSpace(options.TenantId))
            faults.Add("Graph:TenantId is needed with Graph:ClientSecret: set it to the Entra tenant id.");
        if (!string.IsNullOrEmpty(options.ClientSecret) && string.IsNullOrWhiteSpace(options.ClientId))
            faults.Add("Graph:ClientId is needed with Graph:ClientSecret: set it to the id of the app registration.");
        if (options.UseBetaEndpoints && options.BaseUrl is { IsAbsoluteUri: true } root && !root.AbsoluteUri.TrimEnd('/').EndsWith("/v1.0", StringComparison.Ordinal))
            faults.Add("Graph:BaseUrl must end in /v1.0 with Graph:UseBetaEndpoints: the beta root is the one beside it.");
        CheckIdentities(options, faults);
        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
            faults.Add("Graph:Timeout must be between 00:00:01 and 00:05:00.");
        CheckLimits(options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckLimits(GraphOptions options, List<string> faults)
    {
        if (!Enum.IsDefined(options.TenantSize))
            faults.Add("Graph:TenantSize must be Small (fewer than 50 users), Medium (50 to 500) or Large.");
        if (options.LimitShare is not (> 0 and <= 1))
            faults.Add("Graph:LimitShare must be above 0 and at most 1, such as 0.95.");
        if (options.Instances is < 1 or > GraphOptions.MostInstances)
            faults.Add($"Graph:Instances must be from 1 to {GraphOptions.MostInstances}.");
        if (options.BulkRequestsPerSecond is < 1 or > MostBulkRequests)
            faults.Add("Graph:BulkRequestsPerSecond must be from 1 to 10000.");
        if (options.LongestWait < TimeSpan.Zero || options.LongestWait > LongestTurn)
            faults.Add("Graph:LongestWait must be between 00:00:00 and 00:01:00.");
    }

    private static void CheckIdentities(GraphOptions options, List<string> faults)
    {
        var given = options.Identities.Given.ToArray();
        if (given.Length == 0)
            return;
        if (given.Length < Enum.GetValues<GraphIdentity>().Length - 1)
            faults.Add("Graph:Identities:IdentityWrites, Graph:Identities:CredentialWrites and Graph:Identities:DeviceActions go together: set all three, or none and one identity does all.");
        if (given.Any(id => !Guid.TryParseExact(id, "D", out _)))
            faults.Add("Graph:Identities must hold client ids of user-assigned managed identities, GUIDs.");
        // The same identity twice would hold the roles of both.
        if (given.Append(options.ClientId).Distinct(StringComparer.OrdinalIgnoreCase).Count() <= given.Length)
            faults.Add("Graph:Identities and Graph:ClientId must name different identities: one that does two things has the roles of both.");
        if (!string.IsNullOrEmpty(options.ClientSecret))
            faults.Add("Graph:Identities are managed identities, Graph:ClientSecret is the secret of an app registration that does all: remove one of them.");
    }

    private static bool IsAllowed(Uri url) =>
        url.Query.Length == 0
        && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
