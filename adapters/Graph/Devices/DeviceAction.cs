using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>
/// An action that Intune queues for a device. It answers "queued" at once and is not idempotent, so what Intune knows of the
/// action (<c>deviceActionResults</c>) is compared before it is asked for, and read back after.
/// </summary>
internal abstract class DeviceAction(DeviceReader devices, DeviceActionSender sender) : IRemediation
{
    /// <summary>Least permission of most actions (the reference page names it alone).</summary>
    protected const string Privileged = "DeviceManagementManagedDevices.PrivilegedOperations.All";

    /// <summary>Least permission of a few actions by their reference page; the permissions file says otherwise (contracts: points where P and D disagree).</summary>
    protected const string Writing = "DeviceManagementManagedDevices.ReadWrite.All";

    /// <summary>What reading the device needs.</summary>
    protected const string Reading = "DeviceManagementManagedDevices.Read.All";

    /// <summary>Precondition of every action.</summary>
    protected const string SameDevice = "The device is managed and has the same user, owner and serial number as when the plan was approved.";

    /// <summary>Precondition of every action.</summary>
    protected const string NeverTwice = "It has a primary user; an action of the same kind that is under way is never asked for twice.";

    /// <summary>Precondition of what <see cref="CompanyOnly"/> refuses.</summary>
    protected const string CompanyOwnsIt = "It is owned by the company; a private device is retired instead.";

    /// <summary>What is captured before every action.</summary>
    protected const string WhichDevice = "User, ownership and serial number of the device, and the last action of this kind that Intune lists.";

    /// <summary>How most actions are read back.</summary>
    protected const string ListedAsDone = "The device's list of actions (deviceActionResults) shows it as done.";

    /// <summary>How an action is read back by which the device leaves Intune.</summary>
    protected const string GoneOrDone = "The device is gone from Intune, or the action shows as done.";

    /// <inheritdoc />
    public abstract RemediationDescriptor Descriptor { get; }

    /// <summary>Names under which Intune lists the action in <c>deviceActionResults</c>.</summary>
    protected abstract IReadOnlyList<string> ActionNames { get; }

    /// <summary>What is said once it is asked for.</summary>
    protected abstract string Asked { get; }

    /// <summary>The permission that doing it needs.</summary>
    protected virtual string Permission => Privileged;

    /// <summary>True when Intune lists actions of different effect under its name, so that one of somebody else's cannot stand for it.</summary>
    protected virtual bool IsOneOfSeveralKinds => false;

    /// <summary>True when the device leaves Intune by it: then its absence is the proof.</summary>
    protected virtual bool EndsEnrolment => false;

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var device = await devices.GetAsync(target.Id, cancellation);
        var state = device is null ? new DeviceState(null, false, null) : StateOf(device) with { LastActionAt = Mine(device).Max(result => result.StartDateTime) };
        return new CapturedState(state.ToJson(), device is null ? Texts.DeviceGone : DeviceReader.Describe(device), device is null ? Texts.DeviceGone : WhyNot(device));
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var device = await devices.GetAsync(call.Step.TargetId, cancellation);
        if (device is null)
            return Precondition.Refused(Texts.DeviceGone);
        // Another action since is no other device.
        if (!(StateOf(device) with { LastActionAt = call.Step.Prior<DeviceState>().LastActionAt }).Matches(call.Step.PriorState))
            return Precondition.Refused("The device has another user, owner or serial number than when the plan was approved.");
        if (WhyNot(device) is { } why)
            return Precondition.Refused(why);
        if (IsOneOfSeveralKinds && Newest(device, call) is { } other && !Clocks.IsSince(other.StartDateTime, call.StartedAt))
            return Precondition.Refused("An action of this kind is under way on the device, and Intune does not say which data it keeps; check the device in Intune.");
        return IsAsked(device, call) ? Precondition.AlreadyDone("The action is under way already.") : Precondition.Ready;
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        // A call that timed out may have queued the action.
        if (await devices.GetAsync(call.Step.TargetId, cancellation) is { } device && IsAsked(device, call))
            return new RemediationReceipt($"{Asked} An earlier attempt had done it.", null);

        return await sender.SendAsync(Descriptor, Permission, Asked, call, (client, stop) => SendAsync(client, call.Step.TargetId, stop), cancellation);
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        var device = await devices.GetAsync(call.Step.TargetId, cancellation);
        if (device is null)
            return new ReadBack(EndsEnrolment ? ReadBackOutcome.Verified : ReadBackOutcome.Failed, Texts.DeviceGone);
        if (ShowsEffect(device, call))
            return new ReadBack(ReadBackOutcome.Verified, "The device has reported back since.");
        return Newest(device, call) is { } result
            ? new ReadBack(OutcomeOf(result.ActionState), $"Intune says of the action: {result.ActionState?.ToString() ?? "nothing"}.{(NotDone(device) is { } left ? $" Not done: {left}" : "")}")
            : new ReadBack(ReadBackOutcome.Pending, "Intune does not show the action yet.");
    }

    /// <inheritdoc />
    public Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation) =>
        Task.FromResult(new RemediationReceipt(Descriptor.Undo, null, HadEffect: false));

    /// <summary>Asks Intune for the action.</summary>
    protected abstract Task SendAsync(GraphServiceClient client, string deviceId, CancellationToken cancellation);

    /// <summary>Why this kind of action must not be planned on this device; null when it may.</summary>
    protected virtual string? Refusal(ManagedDevice device) => null;

    /// <summary>What a person may want beside the action and only a person can do, said where its result is read; null when nothing.</summary>
    protected virtual string? NotDone(ManagedDevice device) => null;

    /// <summary>True when the device itself shows the effect, whatever Intune says of the action.</summary>
    protected virtual bool ShowsEffect(ManagedDevice device, RemediationCall call) => false;

    /// <summary>True when the device's own state says that the action was asked for.</summary>
    protected virtual bool IsIssued(ManagedDevice device) => false;

    /// <summary>Refuses a device that the company does not own, or of which nobody knows.</summary>
    protected static string? CompanyOnly(ManagedDevice device) =>
        device.ManagedDeviceOwnerType == ManagedDeviceOwnerType.Company ? null : "The company does not own the device; only company data may be removed from it (device.retire).";

    /// <summary>True for an iPhone or iPad that the company supervises.</summary>
    protected static bool Supervised(ManagedDevice device) => device.IsSupervised == true && Runs(device, "iOS", "iPadOS");

    /// <summary>True for one of these operating systems. Android has several names: AndroidForWork, AndroidEnterprise.</summary>
    internal static bool Runs(ManagedDevice device, params ReadOnlySpan<string> systems)
    {
        foreach (var system in systems)
        {
            if (string.Equals(device.OperatingSystem, system, StringComparison.OrdinalIgnoreCase)
                || (system == "Android" && device.OperatingSystem?.StartsWith(system, StringComparison.OrdinalIgnoreCase) == true))
                return true;
        }

        return false;
    }

    /// <summary>True when Intune's management state of the device is one of these.</summary>
    protected static bool StateIs(ManagedDevice device, params ReadOnlySpan<string> states)
    {
        // In the metadata of v1.0 and not in the SDK's class.
        if (!device.AdditionalData.TryGetValue("managementState", out var known) || known?.ToString() is not { } name)
            return false;
        foreach (var state in states)
        {
            if (string.Equals(name, state, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private string? WhyNot(ManagedDevice device) => string.IsNullOrEmpty(device.UserId) ? Texts.DeviceOfNobody : Refusal(device);

    private static ReadBackOutcome OutcomeOf(ActionState? state) => state switch
    {
        ActionState.Done => ReadBackOutcome.Verified,
        ActionState.Failed or ActionState.NotSupported or ActionState.Canceled => ReadBackOutcome.Failed,
        _ => ReadBackOutcome.Pending,
    };

    private static DeviceState StateOf(ManagedDevice device)
    {
        var known = DeviceReader.Of(device);
        return new DeviceState(known.OwnerId, known.IsCompanyOwned, known.SerialNumber);
    }

    private bool IsAsked(ManagedDevice device, RemediationCall call) => IsIssued(device) || Newest(device, call) is not null;

    // Counts when started since this step did, or still under way: a second one would change nothing then. What Intune listed when the plan
    // was made is no trace of this step, however close the clocks are.
    private DeviceActionResult? Newest(ManagedDevice device, RemediationCall call)
    {
        var before = call.Step.Prior<DeviceState>().LastActionAt;
        return Mine(device)
            .Where(result => (Clocks.IsSince(result.StartDateTime, call.StartedAt) && !(result.StartDateTime <= before)) || result.ActionState is ActionState.Pending or ActionState.Active)
            .MaxBy(result => result.StartDateTime ?? DateTimeOffset.MinValue);
    }

    private IEnumerable<DeviceActionResult> Mine(ManagedDevice device) =>
        (device.DeviceActionResults ?? []).Where(result => ActionNames.Contains(result.ActionName ?? "", StringComparer.OrdinalIgnoreCase));
}
