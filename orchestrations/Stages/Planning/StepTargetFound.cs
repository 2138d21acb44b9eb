using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>A target as the directory knows it.</summary>
/// <param name="Kind">User or device.</param>
/// <param name="Id">Object id.</param>
/// <param name="Name">Name for the approver. Untrusted text.</param>
/// <param name="Device">The device, when it is one.</param>
internal sealed record StepTargetFound(TargetKind Kind, string Id, string Name, Device? Device)
{
    /// <summary>A device as a target.</summary>
    public static StepTargetFound Of(Device device) => new(TargetKind.Device, device.Id, device.Name, device);
}
