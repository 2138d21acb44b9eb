namespace HelpDesk.Architecture.Tests.Planted.WestRoom;

/// <summary>Beside the planted circle: imports it, and nothing imports this one.</summary>
public sealed class WestType
{
    public static int Ask() => NorthRoom.NorthType.Ask();
}
