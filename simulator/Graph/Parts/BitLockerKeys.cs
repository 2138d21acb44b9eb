using System.Globalization;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>
/// BitLocker recovery keys of Windows devices of the company. Worked out of the device and of when its keys were last rotated, so that none is
/// kept. The one with its key is wrapped in <c>value</c>, as the reference page shows it.
/// </summary>
internal sealed class BitLockerKeys(SimulatedTenant tenant, Devices devices, GraphObjects objects, SimulatorOptions options, TimeProvider time) : IGraphPart
{
    private const string IdName = "bitlockerRecoveryKey-id";
    private const string Root = "/informationProtection/bitlocker/recoveryKeys";

    private readonly DateTimeOffset _started = time.GetUtcNow();

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        [$"GET {Root}"] = request => Collections.Page(request, All().Select(static key => Shown(key, withKey: false))),
        [$"GET {Root}/{{{IdName}}}"] = Get,
    };

    private static JsonObject Shown(JsonObject key, bool withKey)
    {
        var shown = key.DeepClone().AsObject();
        if (!withKey)
            shown.Remove("key");
        return shown;
    }

    private GraphAnswer Get(GraphRequest request)
    {
        var withKey = request.Query.GetValueOrDefault("$select")?.Contains("key", StringComparison.OrdinalIgnoreCase) == true;
        if (withKey && !request.HasAny("BitlockerKey.Read.All"))
            return GraphAnswer.Denied();
        var id = request.Values[IdName];
        if (All().FirstOrDefault(key => string.Equals((string?)key["id"], id, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return GraphAnswer.Missing(id);
        if (withKey)
            StartAgain((string)found["deviceId"]!);
        return new GraphAnswer(200, new JsonObject { ["value"] = Shown(found, withKey) });
    }

    // Its owner types the key in, and the computer starts and checks in.
    private void StartAgain(string entraId)
    {
        if (options.PeopleActAfter is not { } after || tenant.Devices.FirstOrDefault(device => device.EntraId == entraId) is not { } known || objects.Get(ObjectKind.Device, known.Id) is not { } device)
            return;
        device[DeviceProgress.StartedAt] = Moments.Text(time.GetUtcNow() + after);
        objects.Put(ObjectKind.Device, known.Id, device);
    }

    private IEnumerable<JsonObject> All() =>
        from device in tenant.Devices.Where(static device => device is { OperatingSystem: "Windows", IsCompanyOwned: true })
        let known = devices.Find(device.Id)
        where known is not null
        let rotated = known["deviceActionResults"]!.AsArray().FirstOrDefault(action => (string?)action!["actionName"] == "rotateBitLockerKeys" && (string?)action["actionState"] == "done")
        let at = (string?)rotated?["lastUpdatedDateTime"] ?? Moments.Text(_started.AddDays(-200))
        let seed = rotated is null ? device.Id : $"{device.Id}/{at}"
        select new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.bitlockerRecoveryKey",
            ["id"] = StableId.Of($"bitlocker-id/{seed}"),
            ["createdDateTime"] = at,
            ["volumeType"] = "operatingSystemVolume",
            ["deviceId"] = device.EntraId,
            ["key"] = Key(seed),
        };

    // Eight groups of six digits, each a multiple of eleven as the real ones are.
    private static string Key(string seed)
    {
        var hash = StableId.Of($"bitlocker-key/{seed}").Replace("-", "", StringComparison.Ordinal);
        return string.Join('-', Enumerable.Range(0, 8).Select(at => (int.Parse(hash.AsSpan(at * 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) * 11).ToString("D6", CultureInfo.InvariantCulture)));
    }
}
