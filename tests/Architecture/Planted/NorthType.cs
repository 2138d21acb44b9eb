namespace HelpDesk.Architecture.Tests.Planted.NorthRoom;

/// <summary>A planted violation: imports the folder that imports this one.</summary>
public sealed class NorthType
{
    public static int Ask() => SouthRoom.SouthType.Answer();
}
