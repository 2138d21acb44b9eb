using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>
/// Reads the new code of a device whose code was reset, out of what Intune lists of the action. The code is in the returned value and in
/// no log, exception or field.
/// </summary>
internal sealed class PasscodeSource(DeviceReader devices, PasscodeReader passcodes) : ISecretSource
{
    /// <inheritdoc />
    public SecretKind Kind => SecretKind.DevicePasscode;

    /// <inheritdoc />
    public async Task<HandedSecret> GetAsync(SecretRequest request, CancellationToken cancellation)
    {
        var device = await SecretDevice.GetAsync(devices, request, cancellation);
        return passcodes.NewestOf(device) is { Passcode: { Length: > 0 } code } result
            ? new HandedSecret(string.Create(CultureInfo.InvariantCulture, $"passcode-{result.StartDateTime?.UtcDateTime ?? default:yyyyMMddHHmmss}"), [new SecretPart(null, code)], null, null)
            : throw new VendorException("graph", "no-passcode", "Intune holds no new code of this device: reset the code again, or check the device in Intune.", isRetryable: false);
    }

    /// <inheritdoc />
    public Task<int> WithdrawSinceAsync(SecretRequest request, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(0);
}
