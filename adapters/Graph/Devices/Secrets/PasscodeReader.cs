using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>Finds the new code that a reset left in Intune's list of a device's actions.</summary>
internal sealed class PasscodeReader(TimeProvider time)
{
    // Chosen above the wait for a hand-over, below any time in which somebody has set a code of their own and forgotten that, too.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    /// <summary>The newest reset of the last two days that is done and gave a code; null when there is none.</summary>
    public ResetPasscodeActionResult? NewestOf(ManagedDevice device) =>
        device.DeviceActionResults?.OfType<ResetPasscodeActionResult>()
            .Where(result => result is { ActionState: ActionState.Done, Passcode.Length: > 0 } && result.StartDateTime > time.GetUtcNow() - Fresh)
            .MaxBy(result => result.StartDateTime);
}
