using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Devices;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>device.checked-in</c>: each device of the plan has reported to Intune since.</summary>
internal sealed class DeviceCheckedIn(DeviceReader devices) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "device.checked-in";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        if (call.DeviceIds.Count == 0)
            return OutcomeReading.Missed(Texts.DeviceUnknown);
        foreach (var id in call.DeviceIds)
        {
            if (await devices.GetAsync(id, cancellation) is not { } device)
                return OutcomeReading.Missed(Texts.DeviceGone);
            if (!Clocks.IsSince(device.LastSyncDateTime, call.Since))
                return OutcomeReading.Pending(string.Create(CultureInfo.InvariantCulture, $"The device last checked in at {device.LastSyncDateTime:u}."));
        }

        return OutcomeReading.Holds("The device has checked in since.");
    }
}
