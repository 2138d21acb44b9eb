using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>
/// Reads BitLocker recovery keys in Entra (docs/decisions/0020: the current reference page names application permissions). The page wraps a key
/// in <c>value</c>, the metadata does not: both are taken.
/// </summary>
internal sealed class BitLockerReader(GraphGateway graph)
{
    /// <summary>Permission that reads keys; it reads their list, too.</summary>
    public const string Permission = "BitlockerKey.Read.All";

    private static readonly IReadOnlyDictionary<string, string> Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["User-Agent"] = "HelpDesk/1.0" };

    private static readonly GraphOperation List = new("list the BitLocker keys of the device", Permission) { Identity = GraphIdentity.CredentialWrites, Headers = Headers };

    private static readonly GraphOperation Read = new("read the BitLocker recovery key", Permission)
    {
        Identity = GraphIdentity.CredentialWrites,
        Answers = [404],
        HoldsSecret = true,
        Headers = Headers,
    };

    /// <summary>The newest key of each volume of a device, without the keys themselves, the newest first.</summary>
    public async Task<IReadOnlyList<BitlockerRecoveryKey>> NewestAsync(string? entraDeviceId, CancellationToken cancellation)
    {
        if (!Guid.TryParse(entraDeviceId, out var id))
            return [];
        var all = await graph.AllAsync<BitlockerRecoveryKeyCollectionResponse, BitlockerRecoveryKey>(
            List,
            (client, stop) => client.InformationProtection.Bitlocker.RecoveryKeys.GetAsync(config => config.QueryParameters.Filter = $"deviceId eq '{id:D}'", stop),
            (client, link, stop) => client.InformationProtection.Bitlocker.RecoveryKeys.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);
        return [.. (all ?? [])
            .Where(key => string.Equals(key.DeviceId, $"{id:D}", StringComparison.OrdinalIgnoreCase) && Guid.TryParse(key.Id, out _))
            .GroupBy(key => key.VolumeType)
            .Select(keys => keys.MaxBy(key => key.CreatedDateTime ?? DateTimeOffset.MinValue)!)
            .OrderByDescending(key => key.CreatedDateTime ?? DateTimeOffset.MinValue)];
    }

    /// <summary>A key itself; Entra writes the reading into its own audit log.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">Graph refuses or cannot be reached.</exception>
    public async Task<(string? Key, string? RequestId)> KeyAsync(string keyId, CancellationToken cancellation)
    {
        var reply = await graph.ReadAsync<BitlockerRecoveryKey>(
            Read, (client, stop) => client.InformationProtection.Bitlocker.RecoveryKeys[keyId].GetAsync(config => config.QueryParameters.Select = ["key"], stop), cancellation);
        var key = reply.Value?.Key;
        if (key is null && reply.Value?.AdditionalData.TryGetValue("value", out var value) == true && value is UntypedObject wrapped
            && wrapped.GetValue().TryGetValue("key", out var inner) && inner is UntypedString text)
            key = text.GetValue();
        return (string.IsNullOrWhiteSpace(key) ? null : key, reply.RequestId);
    }
}
