namespace HelpDesk.Architecture.Tests.Planted.Floors.Stages.Right;

/// <summary>A planted violation: the other one of two stages that use each other.</summary>
public static class RightStage
{
    public static int Run() => Domain.Upward.Allowed();

    public static Left.LeftState Other() => default;
}
