using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Devices;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary>
/// <c>device.locked-or-wiped</c>: the device has carried out a lock, a wipe or a retirement of this case, or has left Intune by one. What is
/// only queued for a device that is off counts as pending and is called so, never as locked.
/// </summary>
internal sealed class DeviceLockedOrWiped(DeviceReader devices) : IOutcomeCheck
{
    private static readonly string[] EndEnrolment = ["device.wipe", "device.retire"];

    // Names under which Intune lists the actions (managedDeviceRemoteAction), and as notes say them.
    private static readonly Dictionary<string, string> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["remoteLock"] = "lock",
        ["factoryReset"] = "wipe",
        ["removeCompanyData"] = "removal of company data",
    };

    private static readonly string[] Steps = ["device.remote-lock", "device.wipe", "device.wipe-keep-enrolment", "device.wipe-keep-data", "device.retire"];

    /// <inheritdoc />
    public string Name => "device.locked-or-wiped";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        var planned = call.Plan.Steps.Where(step => Steps.Contains(step.Remediation, StringComparer.Ordinal)).Select(step => step.TargetId.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (planned.Count == 0)
            return OutcomeReading.Missed("Neither a lock nor a removal of its data was part of the plan: the device is as it was.");
        foreach (var id in planned)
        {
            var reading = await ReadAsync(call, id, cancellation);
            if (reading.State != OutcomeState.Holds)
                return reading;
        }

        return OutcomeReading.Holds("The device has carried out the lock or the removal of its data.");
    }

    private async Task<OutcomeReading> ReadAsync(OutcomeCall call, string id, CancellationToken cancellation)
    {
        if (await devices.GetAsync(id, cancellation) is not { } device)
        {
            return call.Plan.Steps.Any(step => step.TargetId == id && EndEnrolment.Contains(step.Remediation, StringComparer.Ordinal))
                ? OutcomeReading.Holds("The device has left Intune by the wipe or retirement.")
                : OutcomeReading.Missed($"{Texts.DeviceGone} It cannot be seen whether it is locked.");
        }

        var results = (device.DeviceActionResults ?? []).Where(result => Actions.ContainsKey(result.ActionName ?? "") && Clocks.IsSince(result.StartDateTime, call.Since)).ToList();
        if (results.Exists(result => result.ActionState == ActionState.Done))
            return OutcomeReading.Holds("Intune shows the action as done.");
        var seen = string.Create(CultureInfo.InvariantCulture, $"The device last checked in at {device.LastSyncDateTime:u}.");
        if (results.Find(result => result.ActionState is null or ActionState.None or ActionState.Pending or ActionState.Active) is { } pending)
            return OutcomeReading.Pending($"The {Actions[pending.ActionName!]} is pending: the device is not locked or wiped yet. {seen}");
        return results.Count == 0
            ? OutcomeReading.Pending($"Intune lists no lock or wipe of this case yet. {seen}")
            : OutcomeReading.Missed($"Intune says of the {Actions[results[0].ActionName!]}: {results[0].ActionState}. {seen}");
    }
}
