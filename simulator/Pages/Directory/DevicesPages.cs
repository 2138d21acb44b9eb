using System.Text.Json.Nodes;
using HelpDesk.Simulator.Pages.Layout;

namespace HelpDesk.Simulator.Pages.Directory;

/// <summary>Devices: the list and each of them.</summary>
internal static class DevicesPages
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/devices", static (HttpRequest request, DirectoryView directory) => Page.Show<DeviceListPage>(new(StringComparer.Ordinal)
        {
            [nameof(DeviceListPage.Listing)] = Listing<JsonObject>.Of(
                request.Query,
                directory.Devices,
                static device => [device.Text("deviceName"), device.Text("userDisplayName"), device.Text("serialNumber"), device.Text("operatingSystem"), device.Text("model")]),
        }));
        routes.MapGet("/devices/{id}", static (string id, DirectoryView directory) => directory.Device(id) is { } device
            ? Page.Show<DevicePage>(new(StringComparer.Ordinal) { [nameof(DevicePage.Device)] = device })
            : Gone(id, directory));
    }

    // A wiped device has left Intune; its changes are still known.
    private static IResult Gone(string id, DirectoryView directory) => directory.EffectsOn(id).Count == 0
        ? Page.Missing("device", "/devices")
        : Page.Show<RemovedDevicePage>(new(StringComparer.Ordinal) { [nameof(RemovedDevicePage.Id)] = id });
}
