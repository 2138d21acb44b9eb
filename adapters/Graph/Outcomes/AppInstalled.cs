using HelpDesk.Adapters.Graph.Devices;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>app.installed</c>: Intune has found the application on the reported device, or on one of the person's devices where none was reported.</summary>
internal sealed class AppInstalled(DetectedApps apps, DeviceReader devices) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "app.installed";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        if (call.App is not { } app)
            return OutcomeReading.NotNeeded("No application of policy/access.yaml is to be installed.");
        var wanted = call.DeviceIds.Count > 0 ? call.DeviceIds : [.. (await devices.OfUserAsync(call.SubjectId, cancellation)).Select(device => device.Id)];
        if (wanted.Count == 0)
            return OutcomeReading.NotNeeded("The person has no managed device on which it could be installed.");
        var name = DisplayText.Of(app, "the application");
        var found = await apps.DevicesWithAsync(app, cancellation);
        return wanted.Any(id => found.Contains(id))
            ? OutcomeReading.Holds($"Intune has found '{name}' on a device of the person.")
            : OutcomeReading.Pending($"Intune has not found '{name}' on the person's devices.");
    }
}
