using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>Where the directory has no portal.</summary>
internal sealed class NoDirectoryPages : IDirectoryPages
{
    public Uri? OfPerson(PersonId personId) => null;

    public Uri? OfDevice(DeviceId deviceId) => null;
}
