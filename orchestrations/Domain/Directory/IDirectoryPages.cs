using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>Where people see an account or a device in the directory's own portals.</summary>
public interface IDirectoryPages
{
    /// <summary>The page of a person; null when there is none.</summary>
    Uri? OfPerson(PersonId personId);

    /// <summary>The page of a device; null when there is none.</summary>
    Uri? OfDevice(DeviceId deviceId);
}
