namespace HelpDesk.Architecture.Tests.Planted.Floors.Foundation;

/// <summary>What may be used by every floor above.</summary>
public static class Ground
{
    public const int Level = 0;

    public static int Height() => 1;
}
