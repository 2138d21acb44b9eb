using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Foundation;

/// <summary>The id of a device. Written as plain text.</summary>
/// <param name="Value">Managed-device id in Intune.</param>
[JsonConverter(typeof(TypedIdConverter<DeviceId>))]
public readonly record struct DeviceId(string Value) : ITypedId<DeviceId>
{
    /// <inheritdoc />
    public static DeviceId From(string value) => new(value);

    /// <summary>The id as text.</summary>
    public static implicit operator string(DeviceId id) => id.Value;

    /// <inheritdoc />
    public override string ToString() => Value;
}
