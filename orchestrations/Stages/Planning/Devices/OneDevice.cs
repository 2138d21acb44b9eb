using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Devices;

/// <summary>One piece of hardware with all records that Intune has of it: a device that was enrolled again may have several.</summary>
/// <param name="Current">The record that checked in last; what is done is done to this one.</param>
/// <param name="Records">All of them.</param>
internal sealed record OneDevice(Device Current, IReadOnlyList<Device> Records)
{
    // What is written where a maker wrote no serial number: it makes no two devices one.
    private static readonly string[] NoSerials =
        ["unknown", "none", "na", "notspecified", "notavailable", "notapplicable", "systemserialnumber", "defaultstring", "tobefilledbyoem", "serialnumber", "invalid", "oem"];

    /// <summary>The devices behind some records: records of one serial number and kind are one device.</summary>
    public static IReadOnlyList<OneDevice> Of(IEnumerable<Device> records) =>
    [
        .. records.GroupBy(record => KeyOf(record), StringComparer.Ordinal)
            .Select(same => new OneDevice(
                same.OrderByDescending(record => record.LastSyncAt ?? DateTimeOffset.MinValue).ThenBy(record => record.Id, StringComparer.Ordinal).First(), [.. same]))
            .OrderBy(device => device.Current.Name, StringComparer.Ordinal).ThenBy(device => device.Current.Id, StringComparer.Ordinal),
    ];

    private static string KeyOf(Device record)
    {
        var serial = string.Concat((record.SerialNumber ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return serial.Length < 4 || serial.Distinct().Count() == 1 || NoSerials.Contains(serial, StringComparer.Ordinal) || serial is "123456789" or "0123456789"
            ? $"id {record.Id}"
            : $"serial {serial} {(record.IsComputer switch { true => "computer", false => "mobile", null => "unknown" })}";
    }
}
