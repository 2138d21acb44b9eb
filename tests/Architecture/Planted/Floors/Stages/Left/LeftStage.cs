namespace HelpDesk.Architecture.Tests.Planted.Floors.Stages.Left;

/// <summary>A planted violation: one of two stages that use each other.</summary>
public class LeftStage
{
    public static int Run() => Right.RightStage.Run();
}

public readonly record struct LeftState;

[AttributeUsage(AttributeTargets.All)]
public sealed class LeftMarkAttribute : Attribute;
