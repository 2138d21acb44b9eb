using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary>Reads on which devices Intune has found an application.</summary>
internal sealed class DetectedApps(GraphGateway graph)
{
    private const string Permission = "DeviceManagementManagedDevices.Read.All";

    // One entry a version: more than so many of one name are not read.
    private const int MostVersions = 20;

    private static readonly GraphOperation Find = new("find the application among those that Intune detected", Permission);
    private static readonly GraphOperation ReadDevices = new("read on which devices the application is", Permission) { Answers = [404] };

    /// <summary>Ids of the devices that have an application of exactly that name.</summary>
    public async Task<IReadOnlySet<string>> DevicesWithAsync(string name, CancellationToken cancellation)
    {
        var filter = $"displayName eq '{name.Replace("'", "''", StringComparison.Ordinal)}'";
        var found = await graph.AllAsync<DetectedAppCollectionResponse, DetectedApp>(
            Find,
            (client, stop) => client.DeviceManagement.DetectedApps.GetAsync(request => request.QueryParameters.Filter = filter, stop),
            (client, link, stop) => client.DeviceManagement.DetectedApps.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation,
            MostVersions);
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var app in (found ?? []).Where(app => app.Id is { Length: > 0 } && string.Equals(app.DisplayName, name, StringComparison.OrdinalIgnoreCase)).Take(MostVersions))
            ids.UnionWith(await DevicesOfAsync(app.Id!, cancellation));
        return ids;
    }

    private async Task<IEnumerable<string>> DevicesOfAsync(string appId, CancellationToken cancellation)
    {
        var devices = await graph.AllAsync<ManagedDeviceCollectionResponse, ManagedDevice>(
            ReadDevices,
            (client, stop) => client.DeviceManagement.DetectedApps[appId].ManagedDevices.GetAsync(cancellationToken: stop),
            (client, link, stop) => client.DeviceManagement.DetectedApps[appId].ManagedDevices.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);
        return (devices ?? []).Select(device => device.Id).OfType<string>();
    }
}
