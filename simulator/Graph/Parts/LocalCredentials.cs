using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Local administrator passwords of Windows devices of the company (LAPS).</summary>
internal sealed class LocalCredentials(SimulatedTenant tenant, Devices devices, TimeProvider time) : IGraphPart
{
    private const string IdName = "deviceLocalCredentialInfo-id";

    private readonly DateTimeOffset _started = time.GetUtcNow();

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /directory/deviceLocalCredentials"] = request => Collections.Page(request, tenant.Devices.Where(HasEntry).Select(device => Entry(device, withPassword: false))),
        [$"GET /directory/deviceLocalCredentials/{{{IdName}}}"] = Get,
    };

    private static bool HasEntry(SimulatedDevice device) => device is { OperatingSystem: "Windows", IsCompanyOwned: true };

    private GraphAnswer Get(GraphRequest request)
    {
        var id = request.Values[IdName];
        var withPassword = request.Query.GetValueOrDefault("$select")?.Contains("credentials", StringComparison.OrdinalIgnoreCase) == true;
        if (withPassword && !request.HasAny("DeviceLocalCredential.Read.All"))
            return GraphAnswer.Denied();
        return tenant.Devices.FirstOrDefault(device => HasEntry(device) && string.Equals(device.EntraId, id, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Collections.One(request, Entry(found, withPassword))
            : GraphAnswer.Missing(id);
    }

    private JsonObject Entry(SimulatedDevice device, bool withPassword)
    {
        // The first password is three days old when the tenant starts; a rotation makes a new one.
        var rotated = devices.Find(device.Id)?["deviceActionResults"]?.AsArray().FirstOrDefault(action => (string?)action!["actionName"] == "rotateLocalAdminPassword" && (string?)action["actionState"] == "done");
        var backup = (string?)rotated?["lastUpdatedDateTime"] ?? Moments.Text(_started.AddDays(-3));
        var seed = rotated is null ? device.Id : $"{device.Id}/{backup}";
        var entry = new JsonObject
        {
            ["id"] = device.EntraId,
            ["deviceName"] = device.Name,
            ["lastBackupDateTime"] = backup,
            ["refreshDateTime"] = Moments.Text(time.GetUtcNow().AddDays(27)),
        };
        if (withPassword)
        {
            entry["credentials"] = new JsonArray(new JsonObject
            {
                ["accountName"] = "Administrator",
                ["accountSid"] = "S-1-5-21-2927054287-1653087216-3480012421-500",
                ["backupDateTime"] = backup,
                ["passwordBase64"] = Convert.ToBase64String(Encoding.Unicode.GetBytes($"Sim-{StableId.Of($"laps/{seed}")[..8]}")),
            });
        }

        return entry;
    }
}
