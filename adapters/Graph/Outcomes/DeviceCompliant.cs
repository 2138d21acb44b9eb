using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Devices;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary>
/// <c>device.compliant</c>: each device of the plan has checked in since and Intune calls it compliant. A grace period, a conflict or an unknown
/// state is not compliant.
/// </summary>
internal sealed class DeviceCompliant(DeviceReader devices) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "device.compliant";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        if (call.DeviceIds.Count == 0)
            return OutcomeReading.Missed(Texts.DeviceUnknown);
        foreach (var id in call.DeviceIds)
        {
            if (await devices.GetAsync(id, cancellation) is not { } device)
                return OutcomeReading.Missed(Texts.DeviceGone);
            if (device.ComplianceState != ComplianceState.Compliant)
                return OutcomeReading.Pending($"Intune calls the device '{NameOf(device.ComplianceState)}'.");
            if (!Clocks.IsSince(device.LastSyncDateTime, call.Since))
                return OutcomeReading.Pending(string.Create(CultureInfo.InvariantCulture, $"Intune calls the device compliant by its check-in of {device.LastSyncDateTime:u}, which is older than this case's steps."));
        }

        return OutcomeReading.Holds("Intune calls the device compliant, by a check-in since.");
    }

    private static string NameOf(ComplianceState? state) => state switch
    {
        ComplianceState.Noncompliant => "not compliant",
        ComplianceState.InGracePeriod => "in its grace period",
        ComplianceState.ConfigManager => "managed by Configuration Manager",
        null or ComplianceState.Unknown => "of unknown compliance",
        _ => state.Value.ToString().ToLowerInvariant(),
    };
}
