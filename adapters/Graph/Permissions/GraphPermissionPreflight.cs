using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Identity;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Devices.Secrets;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace HelpDesk.Adapters.Graph.Permissions;

/// <summary>
/// Reads the granted application roles out of the token that the call itself would take. Which identity does what: the reading one
/// reads, that of the class of risk changes.
/// </summary>
internal sealed class GraphPermissionPreflight(IGraphCredentials credentials, IOptions<GraphOptions> options, DependencyNotes notes, ILogger<GraphPermissionPreflight> log) : IPermissionPreflight
{
    private const string Roles = "roles";

    private readonly JsonWebTokenHandler _tokens = new();
    private readonly ConcurrentDictionary<GraphIdentity, TokenCredential> _credentials = new();

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> MissingAsync(RemediationDescriptor remediation, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var group in remediation.Permissions.GroupBy(permission => IsRead(permission) ? GraphIdentity.Read : IdentityOf(remediation)))
        {
            if (await GrantedAsync(group.Key, cancellation) is not { } granted)
                continue;
            foreach (var permission in group)
            {
                if (granted.Contains(permission) || (IsRead(permission) && granted.Contains(Writing(permission))))
                {
                    notes.Allowed(GraphHealth.Name, permission);
                    continue;
                }

                missing.Add(permission);
                notes.Refused(GraphHealth.Name, permission, GraphHealth.NotGranted(permission, group.Key, remediation.Title));
            }
        }

        return missing;
    }

    /// <summary>Who makes the changes of a remediation.</summary>
    internal static GraphIdentity IdentityOf(RemediationDescriptor remediation) => remediation switch
    {
        { Target: TargetKind.Device, IsHandOver: false } => GraphIdentity.DeviceActions,
        { TouchesCredentials: true } => GraphIdentity.CredentialWrites,
        { Target: TargetKind.Device } => GraphIdentity.DeviceActions,
        _ => GraphIdentity.IdentityWrites,
    };

    /// <summary>Roles that read secrets: their name says "read", and whoever has them opens every computer, so that the reading identity never gets them.</summary>
    internal static bool ReadsSecrets(string permission) => permission is LapsReader.Permission or BitLockerReader.Permission;

    private static bool IsRead(string permission) => permission.Contains(".Read.", StringComparison.Ordinal) && !ReadsSecrets(permission);

    // Who may write may read.
    private static string Writing(string permission) => permission.Replace(".Read.", ".ReadWrite.", StringComparison.Ordinal);

    private async Task<HashSet<string>?> GrantedAsync(GraphIdentity identity, CancellationToken cancellation)
    {
        // The credential keeps the token: this asks nobody until it runs out.
        var credential = _credentials.GetOrAdd(identity, credentials.Of);
        try
        {
            var token = await credential.GetTokenAsync(new TokenRequestContext([options.Value.Scope], isCaeEnabled: true), cancellation);
            if (_tokens.CanReadToken(token.Token) && _tokens.ReadJsonWebToken(token.Token) is { } read && read.Claims.Any())
                return [.. read.Claims.Where(claim => claim.Type == Roles).Select(claim => claim.Value)];
        }
        catch (Exception fault) when (fault is AuthenticationFailedException or RequestFailedException)
        {
            throw new VendorException("graph", "sign-in", $"No token for the identity '{identity}': check {Setting(identity)} and that the identity belongs to the app.", isRetryable: true, inner: fault);
        }

        // The format of Graph's tokens is promised to nobody.
        GraphLog.RolesUnreadable(log, identity);
        return null;
    }

    private static string Setting(GraphIdentity identity) => identity == GraphIdentity.Read ? "Graph:ClientId" : $"Graph:Identities:{identity}";
}
