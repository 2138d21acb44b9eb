namespace HelpDesk.Architecture.Tests.Planted.Floors.Elsewhere;

/// <summary>A planted violation: a folder that the order does not name.</summary>
public static class Nowhere
{
    public static int Run() => Foundation.Ground.Height();
}
