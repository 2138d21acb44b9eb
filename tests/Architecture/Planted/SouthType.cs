namespace HelpDesk.Architecture.Tests.Planted.SouthRoom;

/// <summary>The other side of the planted circle, which only a body shows.</summary>
public sealed class SouthType
{
    public static int Answer() => Enumerable.Range(0, 3).Sum(number => number + new NorthRoom.NorthType().GetHashCode());
}
