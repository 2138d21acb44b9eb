using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>Reads the LAPS entry of a device in Entra. The docs wrap the entity in <c>value</c>, the metadata does not: both are taken.</summary>
internal sealed class LapsReader(GraphGateway graph)
{
    /// <summary>Least permission that reads passwords; the one that reads passwords may read the rest, too.</summary>
    public const string Permission = "DeviceLocalCredential.Read.All";

    private static readonly IReadOnlyDictionary<string, string> Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["User-Agent"] = "HelpDesk/1.0" };

    private static readonly GraphOperation ReadEntry = new("read the LAPS entry of the device", Permission) { Identity = GraphIdentity.CredentialWrites, Answers = [404], Headers = Headers };

    private static readonly GraphOperation ReadPassword = new("read the local administrator password", Permission)
    {
        Identity = GraphIdentity.CredentialWrites,
        Answers = [404],
        HoldsSecret = true,
        Headers = Headers,
    };

    /// <summary>When the password was last changed; null when the device has no LAPS entry.</summary>
    public async Task<DateTimeOffset?> ChangedAtAsync(string? entraDeviceId, CancellationToken cancellation)
    {
        if (!Guid.TryParse(entraDeviceId, out _))
            return null;
        var reply = await graph.ReadAsync<DeviceLocalCredentialInfo>(
            ReadEntry,
            (client, stop) => client.Directory.DeviceLocalCredentials[entraDeviceId].GetAsync(config => config.QueryParameters.Select = ["id", "lastBackupDateTime"], stop),
            cancellation);
        if (reply.Value is not { } entry)
            return null;
        return entry.LastBackupDateTime ?? (Wrapped(entry) is { } wrapped ? MomentOf(wrapped, "lastBackupDateTime") : null);
    }

    /// <summary>The newest password with its account; null when the device has no LAPS entry.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">Graph refuses, cannot be reached, or what it answers is no password.</exception>
    public async Task<(LapsPassword? Password, string? RequestId)> PasswordAsync(string entraDeviceId, CancellationToken cancellation)
    {
        var reply = await graph.ReadAsync<DeviceLocalCredentialInfo>(
            ReadPassword,
            (client, stop) => client.Directory.DeviceLocalCredentials[entraDeviceId].GetAsync(config => config.QueryParameters.Select = ["credentials"], stop),
            cancellation);
        if (reply.Value is not { } entry)
            return (null, reply.RequestId);
        var all = entry.Credentials?.Select(one => (one.AccountName, one.PasswordBase64, one.BackupDateTime))
            ?? (Wrapped(entry) is { } wrapped && wrapped.TryGetValue("credentials", out var inner) && inner is UntypedArray list
                ? list.GetValue().OfType<UntypedObject>().Select(one => one.GetValue()).Select(one => (TextOf(one, "accountName"), TextOf(one, "passwordBase64"), MomentOf(one, "backupDateTime")))
                : []);
        var newest = all.Where(one => !string.IsNullOrEmpty(one.Item2)).OrderByDescending(one => one.Item3 ?? DateTimeOffset.MinValue).FirstOrDefault();
        return newest.Item2 is { } text
            ? (new LapsPassword(DisplayText.Of(newest.Item1, "Administrator"), text, newest.Item3), reply.RequestId)
            : (null, reply.RequestId);
    }

    private static IDictionary<string, UntypedNode>? Wrapped(DeviceLocalCredentialInfo entry) =>
        entry.AdditionalData.TryGetValue("value", out var value) && value is UntypedObject wrapped ? wrapped.GetValue() : null;

    private static string? TextOf(IDictionary<string, UntypedNode> values, string name) => values.TryGetValue(name, out var value) && value is UntypedString text ? text.GetValue() : null;

    private static DateTimeOffset? MomentOf(IDictionary<string, UntypedNode> values, string name) =>
        DateTimeOffset.TryParse(TextOf(values, name), System.Globalization.CultureInfo.InvariantCulture, out var moment) ? moment : null;
}
