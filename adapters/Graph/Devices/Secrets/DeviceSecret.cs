using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>
/// Lets an entitled person see what opens a device. Reads no secret itself: that is done when somebody presses "show" (P3); here is said
/// on which device, whether there is one at all, and, where the tenant lets beta endpoints be used, it is made void by a rotation.
/// </summary>
internal abstract class DeviceSecret(DeviceReader devices, IRemediation? rotation) : IRemediation
{
    /// <summary>How long a rotation may take to show: a device that is off makes it when it is on again.</summary>
    protected static readonly TimeSpan RotatedWithin = TimeSpan.FromDays(3);

    /// <summary>What a reading of a secret needs beside its own permission.</summary>
    protected const string Reading = "DeviceManagementManagedDevices.Read.All";

    /// <inheritdoc />
    public abstract RemediationDescriptor Descriptor { get; }

    /// <summary>What the secret is called in a sentence: "local administrator password".</summary>
    protected abstract string Name { get; }

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var device = await devices.GetAsync(target.Id, cancellation);
        if (device is null)
            return new CapturedState(new DeviceSecretState(null, false, null, null).ToJson(), Texts.DeviceGone, Texts.DeviceGone);
        if (WhyNot(device) is { } why)
            return new CapturedState(StateOf(device, null).ToJson(), DeviceReader.Describe(device), why);

        var version = await VersionAsync(device, cancellation);
        var refusal = version is null && MustExistBefore ? Missing : null;
        var undo = rotation is null ? null : $"Gives {DisplayText.Of(device.DeviceName, "the device")} a new {Name}; the one that was shown is void.";
        return new CapturedState(StateOf(device, version).ToJson(), $"{DeviceReader.Describe(device)} {(version is null ? Missing : VersionText(version))}", refusal, undo);
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var device = await devices.GetAsync(call.Step.TargetId, cancellation);
        if (device is null)
            return Precondition.Refused(Texts.DeviceGone);
        // Another version since is no other device: what is shown is what is there at the press.
        var before = call.Step.Prior<DeviceSecretState>();
        if (!StateOf(device, before.Version).Matches(call.Step.PriorState))
            return Precondition.Refused("The device has another user, owner or serial number than when the plan was approved.");
        if (WhyNot(device) is { } why)
            return Precondition.Refused(why);
        return await VersionAsync(device, cancellation) is null ? Precondition.Refused(Missing) : Precondition.Ready;
    }

    /// <inheritdoc />
    public Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation) =>
        Task.FromResult(new RemediationReceipt($"No {Name} was read: an entitled person reads it by showing it.", null, HadEffect: false));

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        var device = await devices.GetAsync(call.Step.TargetId, cancellation);
        if (device is null)
            return new ReadBack(ReadBackOutcome.Failed, Texts.DeviceGone);
        return await VersionAsync(device, cancellation) is { } version
            ? new ReadBack(ReadBackOutcome.Verified, $"It was shown once and is unchanged. {VersionText(version)}")
            : new ReadBack(ReadBackOutcome.Failed, Missing);
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (rotation is null)
            return new RemediationReceipt(Descriptor.Undo, null, HadEffect: false);
        // The rotation looks at the device as an action does, and never sends a second one.
        var target = new RemediationTarget(call.Step.TargetKind, call.Step.TargetId, call.Step.Parameters);
        var captured = await rotation.CaptureAsync(target, cancellation);
        if (captured.Refusal is { } why)
            return new RemediationReceipt($"Not rotated: {why}", null, HadEffect: false);
        // With the state of this step and not the new one, in which an attempt of this undo may stand already.
        return await rotation.ExecuteAsync(RotationOf(call, rotation), cancellation);
    }

    /// <inheritdoc />
    public Task<ReadBack> VerifyUndoAsync(RemediationCall call, CancellationToken cancellation) => rotation is null
        ? Task.FromResult(new ReadBack(ReadBackOutcome.Failed, Descriptor.Undo))
        : rotation.VerifyAsync(RotationOf(call, rotation), cancellation);

    /// <summary>Why it must not be shown of this device; null when it may.</summary>
    protected abstract string? Refusal(ManagedDevice device);

    /// <summary>Which secret is there now, without the secret; null when there is none.</summary>
    protected abstract Task<string?> VersionAsync(ManagedDevice device, CancellationToken cancellation);

    /// <summary>The version in one sentence.</summary>
    protected abstract string VersionText(string version);

    /// <summary>That there is none, and why that may be, in one sentence.</summary>
    protected abstract string Missing { get; }

    /// <summary>False when an earlier step of the plan makes it. Default true.</summary>
    protected virtual bool MustExistBefore => true;

    /// <summary>A moment as a version, and as people read it.</summary>
    protected static string At(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    private static DeviceSecretState StateOf(ManagedDevice device, string? version)
    {
        var known = DeviceReader.Of(device);
        return new DeviceSecretState(known.OwnerId, known.IsCompanyOwned, known.SerialNumber, version);
    }

    private static RemediationCall RotationOf(RemediationCall call, IRemediation rotation)
    {
        var before = call.Step.Prior<DeviceSecretState>();
        var device = new DeviceState(before.OwnerId, before.IsCompanyOwned, before.SerialNumber);
        return call with { Step = call.Step with { Remediation = rotation.Descriptor.Id, PriorState = device.ToJson() } };
    }

    private string? WhyNot(ManagedDevice device) =>
        string.IsNullOrEmpty(device.UserId) ? Texts.DeviceOfNobody
        : device.ManagedDeviceOwnerType != ManagedDeviceOwnerType.Company ? $"The company does not own the device; its {Name} is not shown here."
        : Refusal(device);
}
