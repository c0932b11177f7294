# ask.bash SCRIPT LINE...: prints each line and what bash offers where it ends.
source "$1"
shift
registered=$(complete -p telproof)
registered=${registered#*-F }
for line in "$@"; do
  printf '== %s\n' "$line"
  read -r -a COMP_WORDS <<< "$line"
  [[ $line != *' ' ]] || COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMP_LINE=$line
  COMP_POINT=${#line}
  COMPREPLY=()
  # It is told that nobody pressed a key, and goes on.
  "${registered%% *}" telproof "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2> /dev/null
  printf '%s\n' "${COMPREPLY[@]}"
done
